package org.callboard.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.callboard.http.ApiErrors;
import org.callboard.paging.IdsInAddresses;
import org.callboard.requests.RequestSamples.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** How a body comes to its handler, and what is answered where it does not. */
class RequestHandlingTest {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    static class Echo {
        @PostMapping("/needed")
        @ResponseBody
        String needed(@RequestBody Person person) {
            return String.valueOf(person.name());
        }

        @PostMapping("/optional")
        @ResponseBody
        String optional(@RequestBody(required = false) @Nullable Person person) {
            return person == null ? "nothing" : String.valueOf(person.name());
        }

        @GetMapping("/guids/{id}")
        @ResponseBody
        String guid(@PathVariable UUID id) {
            return id.toString();
        }

        @PostMapping("/inquiry")
        @ResponseBody
        String inquiry(@RequestBody Inquiry<Person> inquiry) {
            return inquiry.read((person, found) -> {
                found.reachableIf(true);
                return String.valueOf(person.name());
            });
        }
    }

    /** An annotation on {@link Echo} would let every test's server find it. */
    private static final class Handlers extends RequestMappingHandlerMapping {
        @Override
        protected boolean isHandler(Class<?> type) {
            return type == Echo.class;
        }
    }

    private final MockMvc server = MockMvcBuilders.standaloneSetup(new Echo())
            .setControllerAdvice(new ApiErrors(JsonMapper.shared()), new IdsInAddresses())
            .setCustomHandlerMapping(Handlers::new)
            .setMessageConverters(converters())
            .build();

    private static HttpMessageConverter<?>[] converters() {
        HttpMessageConverters.ServerBuilder builder =
                HttpMessageConverters.forServer().registerDefaults();
        new RequestBinding(BoundBody.reader()).configureMessageConverters(builder);
        return StreamSupport.stream(builder.build().spliterator(), false).toArray(HttpMessageConverter<?>[]::new);
    }

    private MockHttpServletResponse post(String path, String type, String body) throws Exception {
        return server.perform(MockMvcRequestBuilders.post(path)
                        .contentType(type)
                        .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
    }

    private void answers(MockHttpServletResponse response, int status, String content) throws Exception {
        assertThat(response.getContentAsString()).contains(content);
        assertThat(response.getStatus()).isEqualTo(status);
    }

    @Test
    void everyFormOfJsonIsRead() throws Exception {
        for (String type : new String[] {JSON, "application/json;charset=UTF-8", "application/merge-patch+json"}) {
            for (String path : new String[] {"/needed", "/optional", "/inquiry"}) {
                answers(post(path, type, "{\"name\":\"Zoë\"}"), 200, "Zo");
            }
        }
        answers(post("/needed", "text/plain", "{\"name\":\"x\"}"), 415, "\"status\":415");
    }

    @Test
    void anEmptyBodyIsNoneWhereItMayBeLeftOut() throws Exception {
        answers(post("/optional", JSON, ""), 200, "nothing");
        answers(post("/optional", JSON, " "), 400, "\"body\":[\"A JSON object is expected, and the body is empty.\"]");
        answers(post("/needed", JSON, ""), 400, "\"body\":[\"A JSON object is expected.\"]");
        answers(post("/inquiry", JSON, ""), 400, "\"body\":[\"A JSON object is expected.\"]");
    }

    /** Java reads more than a UUID's five groups, and shifts what is too long into the next. */
    @Test
    void theGuidOfAPathIsReadAsThatOfABody() throws Exception {
        String guid = "6f1c3c2e-8a8b-4b0e-9d0c-0123456789ab";
        assertThat(get("/guids/" + guid.toUpperCase(Locale.ROOT))).isEqualTo(guid);
        for (String other : List.of("1-1-1-1-1", guid.replace("c-0", "c0-"), guid.replace("-", ""), "x")) {
            assertThat(get("/guids/" + other)).as(other).contains("\"id\":[\"A UUID is expected.\"]");
        }
    }

    private String get(String path) throws Exception {
        return server.perform(MockMvcRequestBuilders.get(path))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theAnswerNamesWhatWasIgnored() throws Exception {
        MockHttpServletResponse response = post("/needed", JSON, "{\"address\":{\"floor\":1},\"x\":1}");
        assertThat(response.getHeader("Callboard-Ignored")).isEqualTo("address.floor, x");
        answers(response, 200, "null");
    }

    @Test
    void everyWrongFieldIsInTheOneAnswer() throws Exception {
        String body = "{\"campaignId\":\"x\",\"address\":{\"zip\":4},\"contacts\":{}}";
        answers(post("/needed", JSON, body), 400, """
                "errors":{"address.zip":["A string is expected."],\
                "campaignId":["A whole number is expected."],\
                "contacts":["An array is expected."]}""");
        MockHttpServletResponse kept = post("/inquiry", JSON, body);
        assertThat(kept.getHeader("Callboard-Ignored")).isEqualTo("campaignId, contacts");
        answers(kept, 200, "null");
    }
}
