package cn.yigongti.org.organization;

/** Where an organization stands, in degrees (WGS 84). */
public record Location(double lat, double lng) {

}
