package cn.yigongti.localservers.elasticsearch.plugin;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;

/** Lucene's analyzer for English. */
final class EnglishAnalyzerProvider extends AbstractIndexAnalyzerProvider<EnglishAnalyzer> {

	private final EnglishAnalyzer analyzer = new EnglishAnalyzer();

	EnglishAnalyzerProvider(String name) {
		super(name);
	}

	@Override
	public EnglishAnalyzer get() {
		return this.analyzer;
	}

}
