package org.callboard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.callboard.database.Database;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entity tag of a record (RFC 9110, section 8.8.3): a strong one, made of the record's version and, where a reply shows
 * what can change without the record, of that too. In a database that was put back, headers carry the mark of that as
 * well: versions that were lost are given out once more, to other states.
 */
public record EntityTag(String opaque) {

    /** The attribute of the servlet context that holds the {@link Database}. */
    public static final String DATABASE = EntityTag.class.getName() + ".database";

    private static final JsonMapper JSON = JsonMapper.shared();

    public static EntityTag of(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** The tag of a record whose reply shows these words of other records, such as the names of its custom fields. */
    public static EntityTag of(int version, List<String> shown) {
        return shown.isEmpty() ? of(version) : new EntityTag(version + "-" + Integer.toHexString(shown.hashCode()));
    }

    /** The tag of what has no version of its own: made of all that a reply shows. */
    public static EntityTag ofContent(Record reply) {
        byte[] hash = Sha256.of(JSON.writeValueAsString(reply));
        return new EntityTag(HexFormat.of().formatHex(hash, 0, 12));
    }

    /** The answer that shows a record which has no version, under the tag of its content. */
    public static <T extends Record> ResponseEntity<T> show(T reply) {
        return ofContent(reply).on(reply);
    }

    /**
     * The answer that shows a record in this state. A GET or HEAD whose {@code If-None-Match} names the state becomes a 304
     * without a body: an asterisk here, a tag by Spring's own comparison.
     */
    public <T> ResponseEntity<T> on(T body) {
        HttpServletRequest request =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        ? attributes.getRequest()
                        : null;
        String header = since(request == null ? "" : restored(request)).toString();
        return request != null && asteriskGiven(request)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(header).build()
                : ResponseEntity.ok().eTag(header).body(body);
    }

    private static boolean asteriskGiven(HttpServletRequest request) {
        return ReadingMethods.contain(request.getMethod())
                && Collections.list(request.getHeaders("If-None-Match")).stream()
                        .anyMatch(header -> ETag.parse(header).stream().anyMatch(ETag::isWildcard));
    }

    /** The mark of the last time that this application's database was put back; nothing where it never was. */
    static String restored(HttpServletRequest request) {
        return request.getServletContext().getAttribute(DATABASE) instanceof Database database
                ? database.restored()
                : "";
    }

    /** The tag as headers have it in a database with this mark. */
    EntityTag since(String restored) {
        return restored.isEmpty() ? this : new EntityTag(opaque + "." + restored);
    }

    boolean isOneOf(List<ETag> tags, boolean strong) {
        ETag own = new ETag(opaque, false);
        return tags.stream().anyMatch(tag -> tag.isWildcard() || tag.compare(own, strong));
    }

    /** As it stands in a header. */
    @Override
    public String toString() {
        return "\"" + opaque + "\"";
    }
}
