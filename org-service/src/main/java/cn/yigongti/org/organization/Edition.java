package cn.yigongti.org.organization;

import cn.yigongti.org.calendar.Span;

/** How an organization stands for some time, on every day of which nothing changes. */
public record Edition(Span span, Standing standing) {

}
