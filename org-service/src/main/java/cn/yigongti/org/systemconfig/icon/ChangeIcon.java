package cn.yigongti.org.systemconfig.icon;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import cn.yigongti.org.systemconfig.icon.image.png.Png;
import cn.yigongti.org.systemconfig.icon.image.svg.Svg;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.Precondition;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an organization an icon, another one, or none of its own any more. */
@Component
public class ChangeIcon {

	private static final String RESOURCE = "system-icon";

	private final SystemIcons icons;

	private final AuditTrail audit;

	ChangeIcon(SystemIcons icons, AuditTrail audit) {
		this.icons = icons;
		this.audit = audit;
	}

	/**
	 * Makes of what was sent an image that can be shown. What it is its content says,
	 * whatever it was called.
	 * @throws ImageRefused when that can't be done without making another image of it
	 */
	public static Image read(byte[] content) {
		if (Png.begins(content)) {
			return Png.read(content);
		}
		if (Svg.mayBegin(content)) {
			return Svg.read(content);
		}
		throw new ImageRefused(Reason.UNSUPPORTED_IMAGE);
	}

	/**
	 * Asked before an image is received and looked through.
	 * @throws NotFound when the caller's grants don't reach the organization
	 */
	public void requireAllowed(Caller caller, UUID organizationId) {
		if (!this.icons.mayChange(caller, organizationId)) {
			throw new NotFound(RESOURCE, organizationId);
		}
	}

	/**
	 * Replaces the icon. The same image again changes nothing.
	 * @return whether there was none before
	 * @throws NotFound when the caller's grants don't reach the organization
	 */
	@Transactional
	public boolean replace(Caller caller, UUID organizationId, Precondition precondition, Image image) {
		Optional<String> known = this.icons.lock(organizationId).map(SystemIcon::contentHash);
		requireAllowed(caller, organizationId);
		precondition.verifyHash(known.orElse(null));
		if (!known.equals(Optional.of(image.hash()))) {
			this.icons.write(organizationId, image);
			this.audit.record(caller, "system-icon:replace", RESOURCE, organizationId.toString(), null);
		}
		return known.isEmpty();
	}

	/**
	 * Removes it, so that the organization inherits one.
	 * @throws NotFound when it has none, or the caller's grants don't reach it
	 */
	@Transactional
	public void remove(Caller caller, UUID organizationId, ExpectedVersion expected) {
		Optional<SystemIcon> known = this.icons.lock(organizationId);
		requireAllowed(caller, organizationId);
		expected.verifyHash(known.orElseThrow(() -> new NotFound(RESOURCE, organizationId)).contentHash());
		this.icons.remove(organizationId);
		this.audit.record(caller, "system-icon:remove", RESOURCE, organizationId.toString(), null);
	}

}
