package org.callboard;

public class Application {
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
