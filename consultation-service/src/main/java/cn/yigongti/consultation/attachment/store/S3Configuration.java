package cn.yigongti.consultation.attachment.store;

import java.time.Clock;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The S3-compatible store, where an installation has one: then it keeps what is new. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yigongti.consultation.attachments.store.s3.endpoint")
@EnableConfigurationProperties(S3Properties.class)
class S3Configuration {

	private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

	/** Until the next byte comes. */
	private static final Duration SILENCE_LIMIT = Duration.ofSeconds(20);

	/** For all of a call, which may carry 200 megabytes. */
	private static final Duration CALL_LIMIT = Duration.ofMinutes(2);

	/** Checksums beyond the signature are what many compatible stores don't know. */
	@Bean
	S3Client s3Client(S3Properties properties) {
		return S3Client.builder()
			.endpointOverride(properties.endpoint())
			.region(Region.of(properties.region()))
			.forcePathStyle(true)
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())))
			.httpClientBuilder(
					UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_LIMIT).socketTimeout(SILENCE_LIMIT))
			.overrideConfiguration((configuration) -> configuration.apiCallTimeout(CALL_LIMIT))
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.build();
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	S3Objects s3Objects(S3Client client, S3Properties properties, TransactionTemplate transactions) {
		return new S3Objects(client, properties, transactions);
	}

	@Bean
	SweepOrphans sweepOrphans(S3Client client, S3Properties properties, JdbcClient jdbc, Clock clock) {
		return new SweepOrphans(client, properties, jdbc, clock);
	}

}
