package cn.yigongti.search.sample;

import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.notes.NoteDocuments;
import cn.yigongti.search.notes.Notes;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootApplication
class NotesApplication {

	@Bean
	SearchIndex notesIndex(JdbcClient jdbc) {
		return SearchIndex.of(Notes.INDEX, new ClassPathResource("search/notes.json"), new NoteDocuments(jdbc, false));
	}

}
