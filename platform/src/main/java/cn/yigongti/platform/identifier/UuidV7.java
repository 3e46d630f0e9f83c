package cn.yigongti.platform.identifier;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/**
 * RFC 9562 version 7 identifiers: they sort by the millisecond they were made in, so
 * indexes grow at one end.
 */
public final class UuidV7 {

	private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

	private UuidV7() {
	}

	public static UUID next() {
		return GENERATOR.generate();
	}

}
