"""What a phone reads from the codes on the wall."""

from workshop.qr import wifi


def test_a_wifi_with_a_password_and_signs_of_its_own() -> None:
    assert wifi("Salle; fêtes", 'a"b:c') == 'WIFI:T:WPA;S:Salle\\; fêtes;P:a\\"b\\:c;;'


def test_an_open_wifi_asks_for_no_password() -> None:
    assert wifi("Place", "") == "WIFI:T:nopass;S:Place;;"
