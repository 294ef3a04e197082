package org.callboard.server;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** How the methods of controllers are called; there is one such bean. */
public interface HandlerCalls {

    /** What calls the method for one request. */
    ServletInvocableHandlerMethod of(HandlerMethod method);
}
