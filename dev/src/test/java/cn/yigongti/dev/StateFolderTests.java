package cn.yigongti.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StateFolderTests {

	@TempDir
	Path folder;

	@Test
	void belongsToOneRunAtATime() {
		Path place = this.folder.resolve(".run");
		StateFolder state = StateFolder.take(place);
		assertThatExceptionOfType(StateFolder.AlreadyRunning.class).isThrownBy(() -> StateFolder.take(place))
			.withMessageContaining("A run is up already in " + place);
		state.close();
		StateFolder.take(place).close();
	}

	@Test
	void tellsWhichProcessHoldsIt() {
		StateFolder state = StateFolder.take(this.folder.resolve(".run"));
		assertThat(state.resolve("pid")).hasContent(String.valueOf(ProcessHandle.current().pid()));
		state.close();
		assertThat(state.resolve("pid")).doesNotExist();
	}

	@Test
	void isClosedToOthers() throws Exception {
		StateFolder state = StateFolder.take(this.folder.resolve(".run"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path()))).isEqualTo("rwx------");
		state.close();
	}

}
