package cn.yigongti.search.projection;

/** Elasticsearch wants to be left alone for a moment. */
class ServerBusy extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ServerBusy(String detail) {
		super(detail);
	}

}
