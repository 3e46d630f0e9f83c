package cn.yigongti.platform.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record NoteRequest(@NotBlank @Size(max = 40) String text, int weight, @Nullable @Valid Author author) {

	record Author(@NotBlank String name) {

	}

}
