package org.callboard.http;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A component of an answer that holds one of our own paths, or several: in JSON they are whole addresses, for whoever
 * gets it ({@link PublicUrl}). What does not begin with a slash is left as it is.
 */
@JacksonAnnotationsInside
@JsonSerialize(using = OwnUrl.Writer.class)
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnUrl {

    /** Writes a text or a list of texts. */
    final class Writer extends ValueSerializer<Object> {

        private final PublicUrl url;

        Writer(PublicUrl url) {
            this.url = url;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            if (value instanceof List<?> many) {
                json.writeStartArray();
                many.forEach(one -> write(String.valueOf(one), json));
                json.writeEndArray();
            } else {
                write(value.toString(), json);
            }
        }

        private void write(String value, JsonGenerator json) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            if (!value.startsWith("/")) {
                json.writeString(value);
            } else if (request == null) {
                json.writeString(url.forOthers(value));
            } else if (UrlPlaceholders.wanted(request)) {
                json.writeRawValue(UrlPlaceholders.open(value));
            } else {
                json.writeString(url.forAsker(value));
            }
        }
    }
}
