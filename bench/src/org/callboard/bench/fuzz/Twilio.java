package org.callboard.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.callboard.http.QuerySyntax;
import org.callboard.testing.Visitor;

/**
 * An account of Twilio whose secret is known here: what is signed with it is not refused but heard.
 *
 * @param url of Callboard, as it knows itself
 * @param token the end of the account's address
 * @param line the id of one of the company's own numbers
 */
record Twilio(String url, String token, String line) {

    /** What stands before the token. */
    static final String PATH = "/telephone/twilio";

    private static final String SYSTEMS = "/settings/telephone-systems";
    private static final String SID = "AC" + "f".repeat(32);
    private static final String SECRET = "fuzz-auth-token-of-twilio";
    private static final String ALGORITHM = "HmacSHA1";
    private static final Pattern TOKEN = Pattern.compile(PATH + "/([^\"?/\\s]+)");
    private static final Pattern LINE = Pattern.compile("line=([0-9]+)");

    private static final List<String> STATUSES = List.of(
            "queued", "initiated", "ringing", "in-progress", "completed", "busy", "no-answer", "canceled", "failed");
    private static final List<String> DIRECTIONS = List.of("inbound", "outbound-api", "outbound-dial");
    private static final List<String> PARTIES =
            List.of("+19375550100", "+19375550142", "+19375550191", "+19375550112", "anonymous", "sip:11@x.example");
    private static final Map<String, String> SOMETIMES = Map.of(
            "CallDuration", "42",
            "CallerName", "JORDAN REYES",
            "Timestamp", "Tue, 01 Dec 2026 12:00:00 +0000",
            "RecordingUrl", "https://api.twilio.example/recording",
            "RecordingStatus", "completed");

    /** Adds it in the settings. */
    static Twilio addedBy(Visitor owner, String url) {
        owner.get(SYSTEMS + "/new");
        String place = owner.post(SYSTEMS, "name", "Fuzz", "accountSid", SID, "authToken", SECRET)
                .location();
        String page = owner.get(place).body();
        return new Twilio(url, found(TOKEN, page), found(LINE, page));
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("An account of Twilio does not say " + pattern + ".");
        }
        return matcher.group(1);
    }

    /** A form about one of some calls, mostly with a value or two that Twilio would not send. */
    String event(HostileValues values) {
        Map<String, String> fields = new LinkedHashMap<>();
        SOMETIMES.forEach((name, value) -> {
            if (values.oneIn(4)) {
                fields.put(name, value);
            }
        });
        if (values.oneIn(2)) {
            fields.put("ParentCallSid", "fuzz-" + values.below(50));
        }
        fields.put("CallSid", "fuzz-" + values.below(50));
        fields.put("CallStatus", values.oneOf(STATUSES));
        fields.put("Direction", values.oneOf(DIRECTIONS));
        fields.put("From", values.oneOf(PARTIES));
        fields.put("To", values.oneOf(PARTIES));
        for (int i = values.below(3); i > 0; i--) {
            fields.put(values.oneOf(List.copyOf(fields.keySet())), values.text());
        }
        fields.put("AccountSid", SID);
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + Draft.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The header line that Twilio would sign a form with. */
    String signature(String target, String form) {
        StringBuilder text = new StringBuilder(url).append(target);
        new TreeMap<>(QuerySyntax.parameters(form))
                .forEach((name, all) -> Arrays.stream(all)
                        .distinct()
                        .sorted()
                        .forEach(value -> text.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), ALGORITHM));
            return "X-Twilio-Signature: "
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
