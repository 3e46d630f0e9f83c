package cn.yigongti.iam.client;

/** A client together with its secret, which is shown only now. */
public record IssuedClient(MachineClient client, String secret) {

}
