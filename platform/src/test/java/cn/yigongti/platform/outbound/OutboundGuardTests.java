package cn.yigongti.platform.outbound;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OutboundGuardTests {

	private final OutboundGuard guard = guard("his.example.cn", "*.county.example.cn", "ehr.example.cn:8443",
			"any.example.cn:*", "医院.example.cn", "10.20.0.5:8080", "[fd00::5]");

	@ParameterizedTest
	@CsvSource({ "http://his.example.cn, http://his.example.cn",
			"HTTPS://HIS.Example.CN:443/His/, https://his.example.cn/His",
			"http://his.example.cn./, http://his.example.cn", "http://his.example.cn:80//, http://his.example.cn",
			"http://his。example．cn/x, http://his.example.cn/x",
			"https://a.b.county.example.cn/, https://a.b.county.example.cn",
			"https://ehr.example.cn:8443/a%20b, https://ehr.example.cn:8443/a%20b",
			"http://any.example.cn:65535/路, http://any.example.cn:65535/%E8%B7%AF",
			"http://医院.example.cn, http://xn--ekrs67m.example.cn",
			"http://XN--EKRS67M.example.cn, http://xn--ekrs67m.example.cn",
			"http://10.20.0.5:8080/, http://10.20.0.5:8080",
			"http://[FD00:0::5]/his, http://[fd00:0:0:0:0:0:0:5]/his" })
	void keepsWhatIsListedInOneSpelling(String typed, String kept) {
		assertThat(this.guard.read("  " + typed + " ").toString()).isEqualTo(kept);
		assertThat(this.guard.read(kept).toString()).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example.cn", "http://example.cn", "http://county.example.cn",
			"http://evilcounty.example.cn", "http://his.example.cn.evil.cn", "http://localhost", "http://his",
			"http://xhis.example.cn", "http://ｈis.example.cn.evil.cn" })
	void refusesHostsThatAreNotListed(String address) {
		assertThat(this.guard.flawIn(address)).contains(AddressFlaw.NOT_ALLOWED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "http://127.0.0.1", "http://10.20.0.6",
			"http://2130706433", "http://0x7f000001", "http://0x7F.0.0.1", "http://017700000001", "http://0177.0.0.1",
			"http://127.1", "http://127.0.1", "http://0", "http://0x", "http://127.0.0.1.", "http://010.20.0.5:8080",
			"http://10.20.5:8080", "http://168034309:8080", "http://10.20.0.5.:8080", "http://10.20.0.05:8080",
			"http://１０.20.0.5:8080", "http://①27.0.0.1", "http://127。0。0。1", "http://256.1.1.1", "http://1.2.3.4.5",
			"http://his.example.1", "http://[::1]", "http://[::]", "http://[::ffff:10.20.0.5]:8080",
			"http://[::ffff:a14:5]:8080", "http://[::10.20.0.5]:8080", "http://[64:ff9b::a14:5]:8080",
			"http://[2002:a14:5::1]:8080", "http://[::ffff:0:10.20.0.5]:8080", "http://[fd00:ec2::254]",
			"http://[fd00::5:5efe:a14:5]", "http://[fe80::1%25eth0]", "http://[fd00::5%251]", "http://[fd00::6]" })
	void refusesNumbersUnlessPlainAndListed(String address) {
		assertThat(this.guard.flawIn(address)).contains(AddressFlaw.LITERAL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://his.example.cn:8080", "http://his.example.cn:22", "https://ehr.example.cn",
			"http://10.20.0.5", "http://his.example.cn:0", "http://any.example.cn:65536", "http://[fd00::5]:8080" })
	void refusesPortsThatAreNotListed(String address) {
		assertThat(this.guard.flawIn(address)).contains(AddressFlaw.PORT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://his.example.cn@evil.cn", "http://his.example.cn:80@evil.cn/",
			"http://evil.cn@his.example.cn", "http://user:secret@his.example.cn", "http://@his.example.cn",
			"http://医院@his.example.cn" })
	void refusesUserInfo(String address) {
		assertThat(this.guard.flawIn(address)).contains(AddressFlaw.USER_INFO);
	}

	@ParameterizedTest
	@CsvSource({ "ftp://his.example.cn, SCHEME", "file:///etc/passwd, SCHEME", "gopher://his.example.cn, SCHEME",
			"jar:http://his.example.cn!/x, SCHEME", "his.example.cn, SCHEME", "//his.example.cn, SCHEME", "'', SCHEME",
			"http:his.example.cn, HOST", "http:///his.example.cn, HOST", "http://:80, HOST",
			"http://his.example.cn:, HOST", "http://his.example.cn:8o, HOST", "http://his_example.cn, HOST",
			"http://his%2eexample.cn, HOST", "http://his..example.cn, HOST", "http://-his.example.cn, HOST",
			"http://a:b:c, HOST", "http://his.example.cn\\@evil.cn, MALFORMED", "http://his example.cn, MALFORMED",
			"http://[::1, MALFORMED", "http://{host}/, MALFORMED", "http://his.example.cn/?x=1, QUERY",
			"http://his.example.cn/?, QUERY", "http://his.example.cn#@evil.cn/, FRAGMENT" })
	void namesTheFirstFlaw(String address, AddressFlaw flaw) {
		assertThat(this.guard.flawIn(address)).contains(flaw);
	}

	@Test
	void refusesLineBreaksAndControlCharacters() {
		assertThat(this.guard.flawIn("http://his.example.cn/\r\nHost: evil.cn")).contains(AddressFlaw.MALFORMED);
		assertThat(this.guard.flawIn("http://his.example.cn\u0000.evil.cn")).contains(AddressFlaw.MALFORMED);
	}

	@Test
	void refusesAddressesLongerThanFiveHundredCharacters() {
		String longest = "http://his.example.cn/" + "x".repeat(478);
		assertThat(this.guard.flawIn(longest)).isEmpty();
		assertThat(this.guard.flawIn(longest + "x")).contains(AddressFlaw.LENGTH);
	}

	@Test
	void allowsNothingWhenNothingIsListed() {
		assertThat(guard().flawIn("http://his.example.cn")).contains(AddressFlaw.NOT_ALLOWED);
		assertThat(guard().flawIn("http://8.8.8.8")).contains(AddressFlaw.LITERAL);
	}

	@Test
	void checksRequestsAgain() {
		this.guard.checkRequest("http://his.example.cn/api/users?page=0");
		assertThatExceptionOfType(AddressRefused.class)
			.isThrownBy(() -> this.guard.checkRequest("http://his.example.cn@evil.cn/api/users?page=0"))
			.satisfies((refused) -> assertThat(refused.flaw()).isEqualTo(AddressFlaw.USER_INFO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "*.*.cn", "a.*.cn", "http://his.example.cn", "his.example.cn/path", "*.127.0.0.1",
			"127.1", "his.example.cn:0", "", "*:*" })
	void takesNoListThatMakesNoSense(String entry) {
		assertThatIllegalArgumentException().isThrownBy(() -> guard(entry)).withMessageContaining(entry);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0", "10.0.0.0/33", "localhost/8", "10/8x", "" })
	void takesNoNetworkThatIsNone(String network) {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new OutboundGuard(new OutboundProperties(List.of(), List.of(network), null), (_) -> List.of()));
	}

	private static OutboundGuard guard(String... hosts) {
		return new OutboundGuard(new OutboundProperties(List.of(hosts), List.of(), null), (_) -> List.of());
	}

}
