package cn.yigongti.search.server;

/**
 * How an index is called in Elasticsearch. What is searched and written to are aliases,
 * so that nothing is ever made by writing to it.
 *
 * @param live the alias that is searched
 * @param building the alias of one that is being built
 */
public record IndexNames(String live, String building) {

	static IndexNames of(String prefix, String index) {
		return new IndexNames(prefix + index, prefix + index + "-building");
	}

}
