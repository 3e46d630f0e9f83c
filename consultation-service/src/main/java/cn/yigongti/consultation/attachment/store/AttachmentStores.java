package cn.yigongti.consultation.attachment.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * All stores of this installation: the first keeps what is new, and what lies in another
 * can still be read.
 */
@Component
@EnableConfigurationProperties(StoreProperties.class)
public class AttachmentStores {

	private final List<AttachmentStore> stores;

	AttachmentStores(List<AttachmentStore> stores) {
		this.stores = stores;
	}

	/** See {@link AttachmentStore#keep}. */
	public <T> T keep(InputStream content, long size, Function<StoredAt, T> record) throws IOException {
		return this.stores.getFirst().keep(content, size, record);
	}

	/** See {@link AttachmentStore#copy}. */
	public void copy(StoredAt place, long offset, long length, OutputStream target) throws IOException {
		this.stores.stream()
			.filter((store) -> store.holds(place))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no store is configured for this attachment"))
			.copy(place, offset, length, target);
	}

}
