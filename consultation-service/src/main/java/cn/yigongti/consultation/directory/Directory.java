package cn.yigongti.consultation.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Organizations, members of consortia and doctors. Every operation throws
 * {@link cn.yigongti.platform.remote.DependencyUnavailable} when their owner can't be
 * asked.
 */
public interface Directory {

	Optional<Organization> organization(UUID id);

	/**
	 * All members of today, closed ones too. Not kept: who configures relations wants to
	 * see the newest member.
	 */
	List<Organization> members(UUID consortiumId);

	Optional<Doctor> doctor(UUID id);

	/** Whether the doctor is where they are said to be. */
	Optional<Presence> presenceOf(UUID doctorId);

}
