package org.callboard.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.callboard.access.SignedInUser;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of the person whose request is running. */
@Component
public class CurrentSession {

    private final KnownDevices devices;

    CurrentSession(KnownDevices devices) {
        this.devices = devices;
    }

    /** Goes on with the person as they are after a change of their password, under an id that nobody knows yet. */
    public void goOnAs(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        request.changeSessionId();
        know(user, request, response);
    }

    /** Has the browser remember that it is one on which this person has shown who they are. */
    public void know(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        devices.remember(user, request, response);
    }
}
