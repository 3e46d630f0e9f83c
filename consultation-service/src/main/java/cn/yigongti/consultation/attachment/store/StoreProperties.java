package cn.yigongti.consultation.attachment.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about where attachments lie.
 *
 * @param writers how many files one replica writes into the database at a time; each
 * takes a connection
 */
@ConfigurationProperties("yigongti.consultation.attachments.store")
record StoreProperties(@DefaultValue("3") int writers) {

}
