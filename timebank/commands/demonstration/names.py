"""Names as London has them. Each line is one of the city's many ways of being called."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Naming:
    """First names of those who are old now, of those who are not, and family names that go with both."""

    share: int
    older: tuple[str, ...]
    younger: tuple[str, ...]
    family: tuple[str, ...]


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


NAMINGS = (
    Naming(
        34,
        _words("Jean Doreen Sheila Maureen Pat Brenda Eileen June Ken Ron Derek Alan Roy Stan Len Iris"),
        _words("Claire Joanna Karen Nicola Simon Darren Lee Emma Gareth Beth Louise Neil Kate Philip"),
        _words("Harding Pike Marlow Tanner Burrows Finch Copley Hurst Webb Attwell Dyer Pell Rudge"),
    ),
    Naming(
        14,
        _words("Winston Gloria Merle Neville Sylvia Cynthia Clive Hyacinth Lloyd Pearl Errol Carmen"),
        _words("Marcia Andre Sharon Leroy Natasha Dwayne Michelle Jermaine"),
        _words("Campbell Grant Francis Bailey Thompson Gordon Henry Baptiste Joseph Charles Palmer"),
    ),
    Naming(
        13,
        _words("Folake Abiodun Comfort Kwame Esi Yetunde Samuel Grace Ebo Olufemi Patience"),
        _words("Adaeze Tunde Chidi Ama Kofi Funmi Bisi Kojo Ngozi Efua"),
        _words("Adebayo Mensah Okonkwo Boateng Balogun Owusu Eze Asante Adeyinka Nwosu"),
    ),
    Naming(
        11,
        _words("Surinder Rashida Mohan Nirmala Abdul Kamala Harbans Shanti Gurdev Fatema"),
        _words("Sunita Imran Farah Rajesh Anjali Nasreen Vikram Shazia Arun Ruksana"),
        _words("Begum Patel Chowdhury Sandhu Iyer Miah Sharma Rahman Kaur Nadarajah"),
    ),
    Naming(
        7,
        _words("Bridget Declan Nuala Seamus Kathleen Padraig Noreen Dermot"),
        _words("Aoife Ciaran Siobhan Niall Orla"),
        _words("O'Dowd Kearney Mulligan O'Shea Breen Tierney Fallon Hegarty"),
    ),
    Naming(
        6,
        _words("Androulla Costas Maria Panayiota Giovanni Rosa Fatma Hasan"),
        _words("Elena Emre Sofia Marco Zeynep Nikos"),
        _words("Georgiou Demir Rossi Christodoulou Yildiz Ferraro Pavlou"),
    ),
    Naming(
        6,
        _words("Krystyna Zbigniew Halina Irena Jozef"),
        _words("Agnieszka Piotr Ewa Marta Tomasz Ivana"),
        _words("Zielinska Nowak Wrona Sikora Dudek Kolar"),
    ),
    Naming(
        5,
        _words("Halimo Ahmed Asha Yusra Mariam"),
        _words("Hodan Abdi Ifrah Samir Leyla"),
        _words("Warsame Jama Farah Haddad Osman"),
    ),
    Naming(
        4,
        _words("Mei Wai-Ling Thanh Kim-Anh Chi-Keung"),
        _words("Linh Wen Jason Mai Hoa"),
        _words("Tran Cheung Nguyen Lau Lam"),
    ),
)  # fmt: skip
