package cn.yigongti.consultation.search;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.search.change.SearchChanges;
import cn.yigongti.search.index.SearchIndex;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;

/** Declares the index, and that whatever is saved of a consultation changes it. */
@Configuration(proxyBeanMethods = false)
public class ConsultationIndex {

	public static final String NAME = "consultation";

	@Bean
	SearchIndex consultationSearchIndex(ConsultationDocuments documents) {
		return SearchIndex.of(NAME, new ClassPathResource("search/consultation.json"), documents);
	}

	@Bean
	AfterSaveCallback<Consultation> consultationChanged(SearchChanges changes) {
		return (consultation) -> {
			changes.changed(NAME, consultation.id());
			return consultation;
		};
	}

}
