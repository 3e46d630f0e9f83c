package cn.yigongti.search.projection;

/** The service has no Elasticsearch. */
public class SearchNotConfigured extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
