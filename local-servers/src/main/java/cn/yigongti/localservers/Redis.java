package cn.yigongti.localservers;

/** Where Redis answers those who know its password. */
public record Redis(String host, int port, String password) {

	@Override
	public String toString() {
		return "Redis[%s:%d]".formatted(this.host, this.port);
	}

}
