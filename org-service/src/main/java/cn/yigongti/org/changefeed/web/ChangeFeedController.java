package cn.yigongti.org.changefeed.web;

import cn.yigongti.org.changefeed.ChangeFeed;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/changes")
@Tag(name = "Organizations", description = "机构")
class ChangeFeedController {

	private final ChangeFeed feed;

	ChangeFeedController(ChangeFeed feed) {
		this.feed = feed;
	}

	@GetMapping
	@RequiresPermission("organization:read")
	@Operation(summary = "Follow the changes of organizations (机构变更订阅)",
			description = """
					Each organization stands in the feed once, at its latest change, as it is today. Begin without `after` to read \
					all organizations you may see; keep `nextCursor`, which is always given, and come back with it for what has \
					changed since. While `more` is true there is more to read at once. What the calendar changes (a closing date, \
					a planned change, a join or leave that was agreed on before) appears within minutes after midnight in China.

					An organization that you may no longer see doesn't appear any more. To find out, look up the ids you hold \
					(`POST /api/v1/organizations/lookups`): what isn't answered is not yours to see.

					`invalid-cursor` means: begin again without `after`, and drop what the new reading doesn't bring. That is so \
					when what you may see has been redefined, and after the register was restored from a backup.""")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "400", description = "invalid-cursor")
	ChangesResponse changes(Caller caller, @ParameterObject @Valid ChangeFilter filter) {
		return ChangesResponse.of(this.feed.read(caller, filter.after(), filter.effectiveLimit()));
	}

}
