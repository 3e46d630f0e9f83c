package cn.yigongti.org.organizationimport;

import java.util.UUID;

/** There is something to do. */
public record ImportSubmitted(UUID id) {

}
