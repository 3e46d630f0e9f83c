package cn.yigongti.org.region;

import cn.yigongti.org.code.DivisionLevel;
import org.jspecify.annotations.Nullable;

/** An administrative division (行政区划). */
public record Region(String code, RegionFacts facts, DivisionLevel level, @Nullable String parentCode, long version) {

}
