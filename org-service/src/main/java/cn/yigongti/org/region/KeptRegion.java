package cn.yigongti.org.region;

/** A division as it stands after it has been written, and what that did. */
public record KeptRegion(Region region, Outcome outcome) {

}
