package cn.yigongti.consultation.conversation;

import java.util.UUID;

/** What is answered to a question. */
public record Answer(UUID questionId, String text) {
}
