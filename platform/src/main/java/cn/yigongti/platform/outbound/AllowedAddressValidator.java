package cn.yigongti.platform.outbound;

import java.util.Optional;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Made by Spring, which knows the guard. */
class AllowedAddressValidator implements ConstraintValidator<AllowedAddress, String> {

	private final OutboundGuard guard;

	AllowedAddressValidator(OutboundGuard guard) {
		this.guard = guard;
	}

	@Override
	public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
		Optional<AddressFlaw> flaw = (address != null) ? this.guard.flawIn(address) : Optional.empty();
		flaw.ifPresent((found) -> {
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate("{field." + found.code() + "}").addConstraintViolation();
		});
		return flaw.isEmpty();
	}

}
