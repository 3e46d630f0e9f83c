package cn.yigongti.org.organization;

import java.time.LocalDate;

/**
 * That an organization shall close.
 *
 * @param closedOn the first day on which it is closed; may lie ahead
 * @param force also while others have work under way for it
 */
public record Closure(LocalDate closedOn, String reason, boolean force) {

}
