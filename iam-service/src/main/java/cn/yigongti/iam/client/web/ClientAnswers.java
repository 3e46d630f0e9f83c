package cn.yigongti.iam.client.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.client.ClientSecret;
import cn.yigongti.iam.client.IssuedClient;
import cn.yigongti.iam.client.MachineClient;
import cn.yigongti.iam.client.Secrets;
import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.grant.HeldRole;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.version.ETags;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows machine clients with what they hold. */
@Component
class ClientAnswers {

	private final Grants grants;

	private final Secrets secrets;

	ClientAnswers(Grants grants, Secrets secrets) {
		this.grants = grants;
		this.secrets = secrets;
	}

	Page<ClientResponse> of(Page<MachineClient> page) {
		List<UUID> ids = page.items().stream().map(MachineClient::id).toList();
		Map<UUID, List<HeldRole>> held = this.grants.ofClients(ids);
		Map<UUID, List<ClientSecret>> known = this.secrets.ofAll(ids);
		return page.map((client) -> ClientResponse.of(client, null, held.getOrDefault(client.id(), List.of()),
				known.getOrDefault(client.id(), List.of())));
	}

	ResponseEntity<ClientResponse> of(MachineClient client) {
		return ResponseEntity.ok()
			.eTag(ETags.of(client.version()))
			.body(ClientResponse.of(client, null, held(client), this.secrets.of(client.id())));
	}

	/** Shows the secret, this once. */
	ResponseEntity<ClientResponse> of(IssuedClient issued, ResponseEntity.BodyBuilder answer) {
		MachineClient client = issued.client();
		return answer.eTag(ETags.of(client.version()))
			.cacheControl(CacheControl.noStore())
			.body(ClientResponse.of(client, issued.secret(), held(client), this.secrets.of(client.id())));
	}

	private List<HeldRole> held(MachineClient client) {
		return this.grants.of(new Holder.Client(client.id()));
	}

}
