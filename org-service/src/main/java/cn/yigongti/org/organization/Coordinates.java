package cn.yigongti.org.organization;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/** Degrees, WGS 84. */
public record Coordinates(@NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
		@NotNull @DecimalMin("-180") @DecimalMax("180") Double lng) {

	public static Coordinates of(Location location) {
		return new Coordinates(location.lat(), location.lng());
	}

	Location location() {
		return new Location(this.lat, this.lng);
	}

}
