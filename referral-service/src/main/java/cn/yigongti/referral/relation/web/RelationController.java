package cn.yigongti.referral.relation.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.MergePatch;
import cn.yigongti.referral.relation.ConfigureRelations;
import cn.yigongti.referral.relation.MaintainRelations;
import cn.yigongti.referral.relation.ReferralRelation;
import cn.yigongti.referral.relation.RelationFilter;
import cn.yigongti.referral.relation.RelationList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/referral-relations")
@Tag(name = "Referral relations", description = "转诊关系: who may refer to whom")
class RelationController {

	private static final String READ = "referral-relation:read";

	private static final String WRITE = "referral-relation:write";

	private final RelationList list;

	private final MaintainRelations relations;

	private final ConfigureRelations configure;

	RelationController(RelationList list, MaintainRelations relations, ConfigureRelations configure) {
		this.list = list;
		this.relations = relations;
		this.configure = configure;
	}

	@GetMapping
	@RequiresPermission(READ)
	@Operation(summary = "Relations with a side in the caller's scope")
	Page<RelationResponse> list(Caller caller, @ParameterObject RelationFilter filter,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		return this.list.page(filter, caller.scopeOf(READ), paging).map(RelationResponse::of);
	}

	@GetMapping("/{id}")
	@RequiresPermission(READ)
	@Operation(summary = "One relation")
	ResponseEntity<RelationResponse> one(Caller caller, @PathVariable UUID id) {
		return ok(find(caller, id, READ));
	}

	@PostMapping
	@RequiresPermission(WRITE)
	@Operation(summary = "Relate two organizations",
			description = "One side must be in the caller's scope, the other too or in the same consortium.")
	@ApiResponse(responseCode = "201", description = "Related")
	@ApiResponse(responseCode = "409", description = "relation-exists")
	@ApiResponse(responseCode = "422", description = "invalid, type-against-tier")
	ResponseEntity<RelationResponse> add(Caller caller, @Valid @RequestBody RelationRequest request) {
		ReferralRelation added = this.relations.add(caller, request.sourceId(), request.targetId(), request.type());
		return ResponseEntity.created(URI.create("/api/v1/referral-relations/" + added.id()))
			.eTag(ETags.of(added.version()))
			.body(RelationResponse.of(added));
	}

	@PatchMapping(path = "/{id}", consumes = { "application/merge-patch+json", "application/json" })
	@RequiresPermission(WRITE)
	@Operation(summary = "Enable or disable a relation")
	ResponseEntity<RelationResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			MergePatch patch) {
		ReferralRelation relation = find(caller, id, WRITE);
		expected.verify(relation.version());
		RelationState state = patch.applyTo(new RelationState(relation.enabled()), RelationState.class);
		return ok(this.relations.enable(caller, relation, state.enabled()));
	}

	@DeleteMapping("/{id}")
	@RequiresPermission(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a relation; referrals made on it go on")
	void delete(Caller caller, @PathVariable UUID id) {
		if (this.relations.delete(caller, List.of(id)).isEmpty()) {
			throw new NotFound("referral relation", id);
		}
	}

	@PostMapping("/deletions")
	@RequiresPermission(WRITE)
	@Operation(summary = "Delete up to 500 relations")
	DeletionsResponse deleteMany(Caller caller, @Valid @RequestBody DeletionsRequest request) {
		return DeletionsResponse.of(request.ids(), this.relations.delete(caller, request.ids()));
	}

	@PostMapping("/auto-configurations")
	@RequiresPermission(WRITE)
	@Operation(summary = "One-click configuration (一键配置)",
			description = "The chosen organization and every other active member of its consortium may refer to each "
					+ "other with the type their tiers ask for. Clicking again creates nothing.")
	AutoConfigurationResponse configure(Caller caller, @Valid @RequestBody AutoConfigurationRequest request) {
		return AutoConfigurationResponse
			.of(this.configure.configure(caller, request.organizationId(), request.isDryRun()));
	}

	private ReferralRelation find(Caller caller, UUID id, String permission) {
		return this.relations.find(id, caller.scopeOf(permission))
			.orElseThrow(() -> new NotFound("referral relation", id));
	}

	private static ResponseEntity<RelationResponse> ok(ReferralRelation relation) {
		return ResponseEntity.ok().eTag(ETags.of(relation.version())).body(RelationResponse.of(relation));
	}

}
