package cn.yigongti.dev;

import java.util.function.Consumer;

/**
 * How to start a platform.
 *
 * @param port of the gateway, 0 for any free one
 * @param progress is told what has been reached
 */
public record Options(int port, Consumer<String> progress) {
}
