package cn.yigongti.org.organization.web;

import cn.yigongti.org.organization.Location;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/** Degrees, WGS 84. */
record LocationBody(@NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
		@NotNull @DecimalMin("-180") @DecimalMax("180") Double lng) {

	static LocationBody of(Location location) {
		return new LocationBody(location.lat(), location.lng());
	}

	Location location() {
		return new Location(this.lat, this.lng);
	}

}
