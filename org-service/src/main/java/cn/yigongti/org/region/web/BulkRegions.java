package cn.yigongti.org.region.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import cn.yigongti.org.region.MaintainRegions;
import cn.yigongti.org.region.Outcome;
import cn.yigongti.org.region.RegionItem;
import cn.yigongti.org.region.web.BulkRegionsResponse.Item;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldError;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.Problems;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Takes many divisions, of which those that make no sense are refused alone. */
@Component
class BulkRegions {

	static final int MOST = 1000;

	private final MaintainRegions maintenance;

	private final Validator validator;

	private final Problems problems;

	BulkRegions(MaintainRegions maintenance, Validator validator, Problems problems) {
		this.maintenance = maintenance;
		this.validator = validator;
		this.problems = problems;
	}

	BulkRegionsResponse keep(Caller caller, List<@Nullable CodedRegionRequest> requests) {
		if (requests.size() > MOST) {
			throw new InvalidInput("", "too-many", MOST);
		}
		List<Item> refused = new ArrayList<>();
		List<RegionItem> valid = new ArrayList<>();
		for (int i = 0; i < requests.size(); i++) {
			CodedRegionRequest request = requests.get(i);
			List<FieldError> errors = errorsOf(request);
			if (request != null && request.code() != null && errors.isEmpty()) {
				valid.add(request.item(i, request.code()));
			}
			else {
				refused.add(new Item(i, (request != null) ? request.code() : null, Outcome.REFUSED, errors));
			}
		}
		return new BulkRegionsResponse(
				Stream.concat(refused.stream(), this.maintenance.keepAll(caller, valid).stream().map(this::answer))
					.sorted(Comparator.comparingInt(Item::index))
					.toList());
	}

	private List<FieldError> errorsOf(@Nullable CodedRegionRequest request) {
		if (request == null || request.code() == null) {
			String pointer = (request != null) ? "/code" : "";
			return List.of(this.problems.errorOf(new FieldProblem(pointer, "not-null")));
		}
		return this.validator.validate(request.request()).stream().map(this.problems::errorOf).toList();
	}

	private Item answer(RegionItem.Report report) {
		return new Item(report.index(), report.code(), report.outcome(),
				report.errors().stream().map(this.problems::errorOf).toList());
	}

}
