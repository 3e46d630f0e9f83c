package cn.yigongti.gateway.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The body of an error, RFC 9457 with the members of our contract. */
@JsonPropertyOrder({ "type", "title", "status", "detail", "instance", "code", "traceId" })
record Problem(String type, String title, int status, String detail, String instance, String code, String traceId) {

}
