package org.callboard.settings;

/** A value that an app keeps with a record of ours. */
record ExternalDataModel(String key, String value) {}
