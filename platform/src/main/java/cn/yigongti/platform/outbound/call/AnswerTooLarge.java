package cn.yigongti.platform.outbound.call;

import java.io.IOException;

import org.springframework.util.unit.DataSize;

/** The other side says more than we want to hear. */
public class AnswerTooLarge extends IOException {

	private static final long serialVersionUID = 1L;

	AnswerTooLarge(DataSize limit) {
		super("answer exceeds " + limit);
	}

}
