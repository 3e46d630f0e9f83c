package cn.yigongti.org.organization;

import org.springframework.data.relational.core.mapping.Column;

/** Where an organization stands, in degrees (WGS 84). */
public record Location(@Column("latitude") double lat, @Column("longitude") double lng) {

}
