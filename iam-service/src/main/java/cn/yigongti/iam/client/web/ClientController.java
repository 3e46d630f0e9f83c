package cn.yigongti.iam.client.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.client.IssuedClient;
import cn.yigongti.iam.client.KeepClients;
import cn.yigongti.iam.client.MachineClient;
import cn.yigongti.iam.client.MachineClients;
import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.grant.HeldRole;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.version.ETags;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients")
class ClientController {

	private final MachineClients clients;

	private final KeepClients keepClients;

	private final Grants grants;

	ClientController(MachineClients clients, KeepClients keepClients, Grants grants) {
		this.clients = clients;
		this.keepClients = keepClients;
		this.grants = grants;
	}

	@GetMapping
	@RequiresPermission("client:read")
	Page<ClientResponse> list(Caller caller, @ParameterObject ClientFilter filter,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		Page<MachineClient> page = this.clients.page(filter.organizationId(), caller.scopeOf("client:read"), paging);
		Map<UUID, List<HeldRole>> held = this.grants.ofClients(page.items().stream().map(MachineClient::id).toList());
		return page.map((client) -> ClientResponse.of(client, null, held.getOrDefault(client.id(), List.of())));
	}

	@GetMapping("/{id}")
	@RequiresPermission("client:read")
	ResponseEntity<ClientResponse> read(Caller caller, @PathVariable UUID id) {
		MachineClient client = this.clients.get(id, caller.scopeOf("client:read"));
		return ResponseEntity.ok().eTag(ETags.of(client.version())).body(ClientResponse.of(client, null, held(client)));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresPermission("client:write")
	ResponseEntity<ClientResponse> register(Caller caller, @Valid @RequestBody ClientRequest request) {
		IssuedClient issued = this.keepClients.register(caller, request.name().strip(), request.organizationId(),
				request.grants());
		return answer(ResponseEntity.created(URI.create("/api/v1/clients/" + issued.client().id())), issued);
	}

	/** Gives the client a new secret, shown this once; the old one is void at once. */
	@PostMapping("/{id}/secret")
	@RequiresPermission("client:write")
	ResponseEntity<ClientResponse> renewSecret(Caller caller, @PathVariable UUID id) {
		return answer(ResponseEntity.ok(), this.keepClients.renewSecret(caller, id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission("client:write")
	ResponseEntity<Void> delete(Caller caller, @PathVariable UUID id) {
		this.keepClients.delete(caller, id);
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<ClientResponse> answer(ResponseEntity.BodyBuilder answer, IssuedClient issued) {
		MachineClient client = issued.client();
		return answer.eTag(ETags.of(client.version()))
			.cacheControl(CacheControl.noStore())
			.body(ClientResponse.of(client, issued.secret(), held(client)));
	}

	private List<HeldRole> held(MachineClient client) {
		return this.grants.of(new Holder.Client(client.id()));
	}

}
