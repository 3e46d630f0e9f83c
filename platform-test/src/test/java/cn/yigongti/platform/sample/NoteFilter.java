package cn.yigongti.platform.sample;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

record NoteFilter(@Nullable @Min(0) Integer weight) {

}
