package cn.yigongti.consultation.attachment.store;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an S3-compatible store is.
 *
 * @param endpoint its address; buckets are part of the path
 * @param bucket must be there already
 * @param prefix what all keys begin with; nobody else may keep anything there, it would
 * be swept away
 * @param orphanAge how old an object without a row must be to be deleted; more than any
 * upload takes
 */
@ConfigurationProperties("yigongti.consultation.attachments.store.s3")
record S3Properties(URI endpoint, String bucket, @DefaultValue("us-east-1") String region, String accessKey,
		String secretKey, @DefaultValue("attachments/") String prefix, @DefaultValue("1d") Duration orphanAge) {

	/** Never the keys: it may end up in a log. */
	@Override
	public String toString() {
		return this.endpoint + "/" + this.bucket + "/" + this.prefix;
	}

}
