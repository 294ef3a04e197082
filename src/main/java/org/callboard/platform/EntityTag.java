package org.callboard.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entity tag of a record (RFC 9110, section 8.8.3): a strong one, made of the record's version and, where a reply shows
 * what can change without the record, of that too.
 */
public record EntityTag(String opaque) {

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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(reply));
            return new EntityTag(HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
        return asteriskGiven()
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(toString())
                        .build()
                : ResponseEntity.ok().eTag(toString()).body(body);
    }

    private static boolean asteriskGiven() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return false;
        }
        HttpServletRequest request = attributes.getRequest();
        return List.of("GET", "HEAD").contains(request.getMethod())
                && Collections.list(request.getHeaders("If-None-Match")).stream()
                        .anyMatch(header -> ETag.parse(header).stream().anyMatch(ETag::isWildcard));
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
