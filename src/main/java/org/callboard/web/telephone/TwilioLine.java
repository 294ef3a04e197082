package org.callboard.web.telephone;

import java.util.List;
import java.util.stream.Collectors;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.RungTelephones;
import org.springframework.web.util.HtmlUtils;

/**
 * What is pasted at Twilio for one of the company's numbers.
 *
 * @param twiml answers a call: rings the telephones, and has each tell of it
 * @param status where the number tells that its call is over
 * @param voicemail where a message that was recorded is told of
 * @param rung whose telephones ring; where there are none, a placeholder stands in the TwiML
 */
record TwilioLine(OwnNumber number, String twiml, String status, String voicemail, RungTelephones rung) {

    /** What of the address Twilio itself reads: three tries, whatever went wrong. */
    private static final String TRIES = "#rc=3&rp=all";

    private static final String PLACEHOLDER = "+1…";

    static TwilioLine of(String address, OwnNumber number, RungTelephones rung) {
        String line = address + "?line=" + number.id();
        String callback = xml(line + TRIES);
        List<String> telephones = rung.telephones().isEmpty() ? List.of(PLACEHOLDER) : rung.telephones();
        String dialed = telephones.stream()
                .map(telephone -> dialed(telephone, callback))
                .collect(Collectors.joining());
        String twiml =
                "<Response>\n  <Dial answerOnBridge=\"true\" timeout=\"20\">\n" + dialed + "  </Dial>\n</Response>";
        return new TwilioLine(number, twiml, line + TRIES, line + "&voicemail=1" + TRIES, rung);
    }

    private static String dialed(String telephone, String callback) {
        String element = telephone.startsWith("client:") ? "Client" : telephone.startsWith("sip:") ? "Sip" : "Number";
        String called = element.equals("Client") ? telephone.substring("client:".length()) : telephone;
        return """
                    <%s statusCallbackEvent="initiated ringing answered completed"
                        statusCallback="%s">%s</%1$s>
                """.formatted(element, callback, xml(called));
    }

    private static String xml(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
