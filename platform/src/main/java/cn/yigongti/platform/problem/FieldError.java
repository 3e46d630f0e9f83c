package cn.yigongti.platform.problem;

/** An entry of {@code errors} as the client sees it. */
public record FieldError(String pointer, String code, String detail) {

}
