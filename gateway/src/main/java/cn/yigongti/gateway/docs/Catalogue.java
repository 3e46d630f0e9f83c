package cn.yigongti.gateway.docs;

import java.util.List;
import java.util.Locale;

import cn.yigongti.gateway.route.RouteTable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The documents of all services. */
@Component
class Catalogue {

	static final String PATH = "/v3/api-docs";

	private final RouteTable table;

	private final MessageSource messages;

	Catalogue(RouteTable table, MessageSource messages) {
		this.table = table;
		this.messages = messages;
	}

	List<Document> documents(Locale locale) {
		return this.table.services().stream().map((service) -> document(service, locale)).toList();
	}

	private Document document(String service, Locale locale) {
		String title = this.messages.getMessage("docs." + service, null, service, locale);
		return new Document(service, title + " · " + service, PATH + "/" + service);
	}

	/**
	 * Where one service's document is.
	 *
	 * @param service its name
	 * @param name what a person calls it
	 * @param url of the OpenAPI document, at this gateway
	 */
	record Document(String service, String name, String url) {

	}

}
