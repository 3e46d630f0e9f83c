/**
 * Guards addresses that users type in and our servers call, so that nobody can make a
 * server fetch for them what only the server can reach (SSRF). An address is checked
 * twice: its spelling and its host when it is typed in, against the operator's list; and
 * what the host's name stands for when it is called, against the networks that are
 * nobody's business.
 */
@NullMarked
package cn.yigongti.platform.outbound;

import org.jspecify.annotations.NullMarked;
