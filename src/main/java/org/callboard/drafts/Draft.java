package org.callboard.drafts;

/**
 * What is typed for an inquiry and not sent yet.
 *
 * @param fields JSON: an object of the names of fields, each with the list of what stands or is chosen in it; one that
 *     nobody touched is not there
 * @param version counts from 1 with each time it is saved
 * @param savedBy the user who typed last
 */
public record Draft(String fields, int version, long savedBy, String savedByName) {}
