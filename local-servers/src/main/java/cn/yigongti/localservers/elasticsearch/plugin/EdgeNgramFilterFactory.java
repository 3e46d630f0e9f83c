package cn.yigongti.localservers.elasticsearch.plugin;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;

/** Beginnings of words, with the settings and defaults of {@code analysis-common}. */
final class EdgeNgramFilterFactory extends AbstractTokenFilterFactory {

	private final int shortest;

	private final int longest;

	private final boolean withWhole;

	EdgeNgramFilterFactory(String name, Settings settings) {
		super(name);
		this.shortest = settings.getAsInt("min_gram", 1);
		this.longest = settings.getAsInt("max_gram", 2);
		this.withWhole = settings.getAsBoolean("preserve_original", false);
	}

	@Override
	public TokenStream create(TokenStream words) {
		return new EdgeNGramTokenFilter(words, this.shortest, this.longest, this.withWhole);
	}

}
