package cn.yigongti.platform.sample;

import java.time.Instant;
import java.util.UUID;

record Note(UUID id, String text, int weight, Instant writtenAt, long version) {

}
